ENTENTE_COLOR=pink entente query -g world.db top
