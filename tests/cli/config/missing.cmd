ENTENTE_CONFIG=nowhere entente query -g world.db top
