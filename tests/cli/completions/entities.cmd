entente __complete query -g world.db relations t; entente __complete query -g world.db depends-on Ru; entente __complete merge -g world.db ch; entente __complete remove -g world.db ""
