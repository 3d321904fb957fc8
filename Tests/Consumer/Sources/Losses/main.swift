import Losses
import Rational

let regularisation = Collapse.regularisation(atMinimiser: 5, classes: 6, layers: 3)
let problem = LossProblem(classes: 6, layers: 3, regularisation: regularisation)
let loss = problem.minimalLoss(of: [.collapse(classes: 6)], digits: 20)
print(loss.map { $0.lower <= Collapse.loss(atMinimiser: 5, layers: 3) } ?? false)
