// moc of Qt 6.4 cannot parse libstdc++'s <compare>; hiding this attribute lets it.
#define _GLIBCXX_VISIBILITY(x)
