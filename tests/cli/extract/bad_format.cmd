entente extract --format htlm -
