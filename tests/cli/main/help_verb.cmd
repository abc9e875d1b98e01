entente help remove | head -3
