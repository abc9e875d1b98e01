entente export -g world.db --type member_of | grep -E "<(node|edge) " | grep -oE "<(node|edge) [^>]*>"
