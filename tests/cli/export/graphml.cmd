entente export -g world.db --type member_of
