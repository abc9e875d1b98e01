entente remove -g world.db a b; entente info -g world.db; entente query -g world.db relations Tajikistan -f csv
