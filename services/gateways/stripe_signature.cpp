// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/gateways/stripe_signature.h"

#include <QList>
#include <array>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace tenantry::gateways {

namespace {

using Digest = std::array<unsigned char, crypto_auth_hmacsha256_BYTES>;

const unsigned char *bytesOf(const QByteArray &text) {
  return reinterpret_cast<const unsigned char *>(text.constData());
}

Digest digestOf(const QByteArray &time, const QByteArray &body, const QByteArray &secret) {
  crypto_auth_hmacsha256_state state;
  Digest digest{};
  const QByteArray before = time + '.';
  crypto_auth_hmacsha256_init(&state, bytesOf(secret), static_cast<size_t>(secret.size()));
  crypto_auth_hmacsha256_update(&state, bytesOf(before), static_cast<size_t>(before.size()));
  crypto_auth_hmacsha256_update(&state, bytesOf(body), static_cast<size_t>(body.size()));
  crypto_auth_hmacsha256_final(&state, digest.data());
  return digest;
}

bool isSame(const QByteArray &hex, const Digest &expected) {
  Digest given{};
  size_t length = 0;
  const bool isHex =
      hex.size() == qsizetype(2 * given.size()) &&
      sodium_hex2bin(given.data(), given.size(), hex.constData(), static_cast<size_t>(hex.size()),
                     nullptr, &length, nullptr) == 0 &&
      length == given.size();
  return sodium_memcmp(given.data(), expected.data(), given.size()) == 0 && isHex;
}

} // namespace

Result<> checkStripeSignature(const QByteArray &header, const QByteArray &body,
                              const QString &secret, Instant now) {
  constexpr qsizetype mostHeader = 4096;
  QByteArray time;
  QList<QByteArray> signatures;
  for (const auto &part : header.left(mostHeader).split(',')) {
    const auto equals = part.indexOf('=');
    const auto name = part.left(equals).trimmed();
    if (name == "t" && time.isEmpty())
      time = part.mid(equals + 1).trimmed();
    else if (name == "v1")
      signatures.append(part.mid(equals + 1).trimmed());
  }
  bool isNumber = false;
  const auto seconds = time.toLongLong(&isNumber);
  bool isSigned = false;
  if (isNumber && !secret.isEmpty()) {
    const auto expected = digestOf(time, body, secret.toUtf8());
    for (const auto &signature : signatures)
      isSigned = isSame(signature, expected) || isSigned;
  }
  if (!isSigned)
    return fail(u"stripe.signature_invalid"_s,
                u"This was not signed with the secret of the webhook endpoint."_s);
  const auto nowSeconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  std::int64_t apart = 0;
  if (__builtin_sub_overflow(std::int64_t{nowSeconds}, std::int64_t{seconds}, &apart) ||
      apart > signatureTolerance.count() || apart < -signatureTolerance.count())
    return fail(u"stripe.signature_expired"_s,
                u"This was signed at another time; check the clocks of both machines."_s);
  return {};
}

} // namespace tenantry::gateways
