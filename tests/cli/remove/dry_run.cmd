entente remove -g world.db --dry-run a b x; echo $?; entente info -g world.db | head -1
