\\ Lemmas 12 and 13 and Theorem 3 with PARI/GP: dense matrices from the definitions, a spectrum by
\\ traces and an annihilating polynomial.
\\
\\   METHOD=dense QUESTION=12 FIRST=5 LAST=40 gp -s 256M -q -f lemmas.gp
\\
\\ METHOD=hand asks Lemmas 12 and 13 of r × r matrices instead, with what one finds on paper first:
\\ MᵀM has three different entries, so that it is x I + Bᵀ C B for an r × r matrix C and the incidence
\\ matrix B; the eigenvalues of that are x, K - r times, and those of x I + C B Bᵀ.
\\
\\ Prints "printed A of N" and, for Lemma 13, "corrected A of N"; for Theorem 3 "holds A of N".

method = getenv("METHOD");
question = eval(getenv("QUESTION"));
first = eval(getenv("FIRST"));
last = eval(getenv("LAST"));

\\ The incidence matrix of the complete graph on r vertices; columns in lexicographic order.
incidence(r) = {
  my(B = matrix(r, binomial(r, 2)), k = 0);
  for (i = 1, r, for (j = i + 1, r, k++; B[i, k] = 1; B[j, k] = 1));
  B
}

\\ The weightings of the vertices: -1 on an edge, 1 elsewhere; a row for each edge.
weightings(r) = {
  my(A = matrix(binomial(r, 2), r, i, j, 1), k = 0);
  for (i = 1, r, for (j = i + 1, r, k++; A[k, i] = -1; A[k, j] = -1));
  A
}

relu(M) = apply(x -> max(x, 0), M);

\\ The square of the norm that all rows share.
rownorm(M) = {
  my(n = Set(vector(#M~, i, M[i, ] * M[i, ]~)));
  if (#n != 1, error("rows of different norms"));
  n[1]
}

\\ Pairs [value, multiplicity], equal values merged and multiplicities 0 dropped.
merged(L) = {
  my(m = Map(), old);
  foreach (L, p, if (mapisdefined(m, p[1], &old), mapput(m, p[1], old + p[2]),
                     mapput(m, p[1], p[2])));
  select(p -> p[2] != 0, Vec(Mat(m)~))
}

\\ Whether the symmetric integer matrix X, divided by n, has exactly the eigenvalues of L.
has_spectrum(X, n, L) = {
  my(P, K = #X, v = merged(L), moments);
  v = apply(p -> [n * p[1], p[2]], v);
  moments = [K, trace(X), sum(i = 1, K, norml2(X[, i]))];
  for (k = 0, 2, if (sum(i = 1, #v, v[i][2] * v[i][1]^k) != moments[k + 1], return (0)));
  if (#v > 3 || denominator(v) > 1, error("not expected here"));
  P = X - v[1][1] * matid(K);
  for (i = 2, #v, P = P * (X - v[i][1] * matid(K)));
  P == 0
}

\\ MᵀM as an integer matrix and its denominator.
layer(r) = { my(P = relu(incidence(r))); [P~ * P, r - 1] };

lastlayer(r) = {
  my(N = weightings(r) * incidence(r), P = relu(N));
  [P~ * P, rownorm(N)]
}

\\ By hand: a matrix, the denominator, and K - r eigenvalues that are known.
handlayer(r) = { my(B = incidence(r)); [B * B~, r - 1, [0, binomial(r, 2) - r]] }

handlastlayer(r) = {
  my(B = incidence(r), A = weightings(r), n = A[1, ] * B, P, e, a, d, x);
  \\ The entries of PᵀP at two edges that are equal, adjacent and disjoint: {1, 2}, {1, 3}, {3, 4}.
  P = relu(matconcat([A[, 1] + A[, 2], A[, 1] + A[, 3], A[, 3] + A[, 4]]));
  [e, a, d] = P[, 1]~ * P;
  \\ G = BᵀB - 2 I and BᵀJB = 4 J.
  x = e - 2*a + d;
  [x + ((a - d) + d/4 * matrix(r, r, i, j, 1)) * B * B~, n * n~, [x, binomial(r, 2) - r]]
}

\\ has_spectrum for what one of these two gives.
hand_has(X, L) = has_spectrum(X[1], X[2], concat(L, [[X[3][1]/X[2], -X[3][2]]]));

values12(r) = [[2, 1], [(r - 2)/(r - 1), r - 1], [0, r*(r - 3)/2]];

values13(r, isprinted) = {
  my(s = (r - 2)*(r - 3) + 2);
  [[if (isprinted, (r - 2)*(5*r - 19)/s, (r - 2)^2*(r - 3)^2/(2*s)), 1],
   [2*(r - 3)^2/s, r - 1], [2/s, r*(r - 3)/2]]
}

\\ The sign of a + b sqrt(d).
signof(a, b, d) = {
  if (sign(a) * sign(b) >= 0, return (if (sign(a), sign(a), sign(b))));
  if (a^2 == b^2 * d, 0, if (a^2 > b^2 * d, sign(a), sign(b)))
}
issign(z, d) = { my(p = lift(z)); signof(polcoef(p, 0, w), polcoef(p, 1, w), d) };

\\ Whether the construction loses less than collapse wherever the minimiser of that is not 0, for
\\ each L of 3 .. 8; the invariants come from dense matrices.
theorem(r) = {
  my(K = binomial(r, 2), B = incidence(r), N = weightings(r) * B, C = B * B~, inv = C^-1, mu,
     nu2, d, kappa, D, X, c, f, held = 0);
  X = layer(r);
  if (!has_spectrum(X[1], X[2], values12(r)), error("the spectrum of the layers"));
  mu = merged(values13(r, 0));
  X = lastlayer(r);
  if (!has_spectrum(X[1], X[2], mu), error("the spectrum of the last layer"));
  \\ (sqrt(2) + (r-1) sqrt((r-2)/(r-1)))^2 = 2 + (r-1)(r-2) + 2 sqrt(d)
  d = 2*(r - 1)*(r - 2);
  nu2 = Mod(2 + (r - 1)*(r - 2) + 2*w, w^2 - d);
  kappa = trace((N~ * N) * (B~ * inv * inv * B)) * (r - 1) / rownorm(N);
  for (L = 3, 8,
    if (L == 3 && r < 5, next);
    D = nu2 * matrank(B)^(L - 3) * kappa;
    c = vector(#mu, i, mu[i][1] * K^L / D);
    if (L > 3 && issign(vecmin(apply(p -> p[1], mu)) * K^L - D, d) > 0, held++; next);
    \\ mean of 1/(1 + c x) < 1/(1 + x) for all x >= L-1: here every coefficient is positive
    f = K * prod(i = 1, #mu, 1 + c[i]*x) - (1 + x) * sum(i = 1, #mu,
      mu[i][2] * prod(j = 1, #mu, if (j == i, 1, 1 + c[j]*x)));
    f = subst(f, x, x + L - 1);
    held += (#select(z -> issign(z, d) <= 0, Vec(f)) == 0));
  held
}

n = last - first + 1;
if (method == "hand", layer = handlayer; lastlayer = handlastlayer);
has(X, L) = if (method == "hand", hand_has(X, L), has_spectrum(X[1], X[2], L));
{
  my(X, a = 0, b = 0);
  if (question == 12,
    print("printed ", sum(r = first, last, has(layer(r), values12(r))), " of ", n));
  if (question == 13,
    for (r = first, last, X = lastlayer(r); a += has(X, values13(r, 1)); b += has(X, values13(r, 0)));
    print("printed ", a, " of ", n, ", corrected ", b, " of ", n));
  if (question == 3,
    print("holds ", sum(r = first, last, theorem(r)), " of ", 6*n - (first == 4)));
}
quit
