entente help topics; entente help exit-codes; entente help relations | head -3; entente help domains | head -2
