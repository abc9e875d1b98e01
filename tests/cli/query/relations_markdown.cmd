entente query -g world.db relations Russia Uzbekistan -f markdown
