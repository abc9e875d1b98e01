entente validate -q -g world.db -f json
