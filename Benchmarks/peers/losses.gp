\\ The 648 comparisons of LossBenchmarks once more, with 38 decimal digits instead of certificates:
\\ minimal losses from the real roots of the derivative of the normal form.
\\
\\   gp -q -f Benchmarks/peers/losses.gp
\\
\\ Prints how many are strict and how many are ties at 1/2.

\\ The least value of L t + sum m_i/(K + a_i t^L), with t = u/(K L) to keep the numbers small.
least(K, L, a, m) = {
  my(b = a / (K*(K*L)^L), den, num, roots, best = 1);
  \\ f = u/K + sum m_i/K/(1 + b_i u^L); its derivative times the denominators squared
  den = prod(i = 1, #b, (1 + b[i]*x^L)^2);
  num = den - sum(i = 1, #b, m[i]*L*b[i]*x^(L - 1)
    * prod(j = 1, #b, if (j == i, 1, (1 + b[j]*x^L)^2)));
  roots = polrootsreal(num, [0, K]);
  for (k = 1, #roots, best = min(best,
    roots[k]/K + sum(i = 1, #b, m[i]/K/(1 + b[i]*roots[k]^L))));
  best
}

strict = 0; ties = 0;
{
  for (r = 5, 40, my(K = binomial(r, 2), h = (r - 2)*(r - 3)/2, nu, kappa, mu, m);
    nu = sqrt(2) + sqrt((r - 1)*(r - 2));
    kappa = r^2*(r - 1)^2/(8*(h + 1));
    mu = [h^2, (r - 3)^2, 1]/(h + 1); m = [1, r - 1, r*(r - 3)/2];
    for (L = 3, 8, for (e = 2, 4, my(Lambda = 10.^(-e*(L + 1)), srg, dnc);
      srg = least(K, L, mu/(nu^2*r^(L - 3)*kappa*Lambda), m);
      dnc = least(K, L, [1/(K^L*Lambda)], [K]);
      if (srg < dnc, strict++, if (srg == 1 && dnc == 1, ties++)))));
  print(strict, " strict, ", ties, " ties");
}
quit
