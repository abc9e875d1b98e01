entente extract --from htlm -
