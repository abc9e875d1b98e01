entente merge -g world.db Atlantis Tajikistan
