entente query -g world.db search "base in" Dush* -f csv
