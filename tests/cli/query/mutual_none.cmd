entente query -g world.db mutual
