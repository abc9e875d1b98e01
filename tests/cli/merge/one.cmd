entente merge -g world.db Uzbekistan Tajikistan; entente query -g world.db relations Uzbekistan -f csv; entente merge -g world.db | cut -f2-4
