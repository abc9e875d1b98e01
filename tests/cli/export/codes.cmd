entente export -g world.db --type member_of -f node-link | grep '"id":"TJK"'
entente export -g world.db --type member_of -f node-link --links | grep -c '"links":'
ENTENTE_DATA=/nowhere entente export -g world.db --type member_of -f node-link | grep '"id":"TJK"'
