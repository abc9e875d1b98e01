entente query -g world.db top --by degree --limit 3
