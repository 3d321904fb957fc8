import Graphs
import Rational

let hilbert = Matrix<Rational>(rows: 4, columns: 4) { Rational(1, $0 + $1 + 1) }
print(hilbert.determinant, try hilbert.inertia())

let triangular = OrbitMatrix<Rational>.triangularAdjacency(Scheme(order: 1000))
for eigenvalue in try triangular.spectrum().sorted(by: { $0.value < $1.value }) {
  print(eigenvalue)
}
