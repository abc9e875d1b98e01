entente export -g world.db -f graphlm 2>message; code=$?; sed 's/ (known.*//' message >&2; exit $code
