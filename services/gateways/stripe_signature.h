// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include <QByteArray>

namespace tenantry::gateways {

/// How far the time in a signature may be from ours, to both sides.
inline constexpr std::chrono::seconds signatureTolerance{300};

/// Whether Stripe has signed these very bytes just now: the header `Stripe-Signature` says
/// `t=SECONDS,v1=HEX[,v1=HEX…]`, each an HMAC-SHA256 of "SECONDS.BODY" under a secret of the
/// endpoint; while a secret is being replaced there are several. Takes as long for a wrong one as
/// for a right one. Errors `stripe.signature_invalid`, `stripe.signature_expired`.
[[nodiscard]] Result<> checkStripeSignature(const QByteArray &header, const QByteArray &body,
                                            const QString &secret, Instant now);

} // namespace tenantry::gateways
