entente query -g world.db dependencies-of Tajikistan --sentences 2
