entente query -g nowhere.db top
