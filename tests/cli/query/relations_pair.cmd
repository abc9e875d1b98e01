entente query -g world.db relations Moscow Tajikistan -f csv
