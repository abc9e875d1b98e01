entente export -g world.db -f graphlm
