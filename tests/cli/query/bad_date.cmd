entente query -g world.db relations Russia --since yesterday
