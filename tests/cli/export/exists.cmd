touch x.graphml; entente export -g world.db -o x.graphml; echo $?; entente export -g world.db -o x.graphml -O; echo $?; head -1 x.graphml; ls
