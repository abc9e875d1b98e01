entente query -g world.db relations Tajikistan --type owes_debt_to -f json
