entente merge -g world.db Tajikistan
