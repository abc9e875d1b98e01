entente query -g world.db depends-on Tajikistan -f json
