entente query -g world.db entity Russia --outlet Courier
