// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/gateways/stripe_settings.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::gateways {

Result<QString> readSecret(const QString &fileName, const QString &what) {
  QFile file(fileName);
  if (!file.open(QIODevice::ReadOnly))
    return fail(u"secret.unreadable"_s,
                u"The file with %1 cannot be read: %2."_s.arg(what, file.errorString()),
                {fileName, 0, 0, {}});
  constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                          QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
  if (file.permissions() & others)
    return fail(u"secret.unsafe"_s,
                u"Others can read the file with %1; restrict it with chmod 600."_s.arg(what),
                {fileName, 0, 0, {}});
  const QString secret = QString::fromUtf8(file.read(4096)).trimmed();
  if (secret.isEmpty())
    return fail(u"secret.unreadable"_s, u"The file with %1 is empty."_s.arg(what),
                {fileName, 0, 0, {}});
  return secret;
}

bool isOnThisMachine(const QString &url) {
  static const QRegularExpression loopback(
      u"^http://(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d{1,5})?/?$"_s);
  return loopback.match(url).hasMatch();
}

Result<std::optional<StripeSettings>> stripeSettings(const StripeOptions &options) {
  if (options.keyFile.empty() && options.webhookSecretFile.empty() && options.url.empty())
    return std::optional<StripeSettings>();
  if (options.keyFile.empty())
    return fail(u"stripe.option_missing"_s,
                u"What Stripe reports cannot be followed up without its key; give "
                u"--stripe-key-file."_s);
  static const QRegularExpression key(u"^[sr]k_[A-Za-z0-9_]{4,250}$"_s);
  static const QRegularExpression secret(u"^whsec_[A-Za-z0-9_+/=-]{4,250}$"_s);
  StripeSettings settings;
  const auto keyFile = QString::fromStdString(options.keyFile);
  TENANTRY_TRY(keyText, readSecret(keyFile, u"Stripe's key"_s));
  if (!key.match(keyText).hasMatch())
    return fail(u"stripe.key_invalid"_s, u"A Stripe key begins with sk_ or rk_."_s,
                {keyFile, 0, 0, {}});
  settings.key = keyText;
  if (!options.webhookSecretFile.empty()) {
    const auto secretFile = QString::fromStdString(options.webhookSecretFile);
    TENANTRY_TRY(secretText, readSecret(secretFile, u"the secret of Stripe's webhooks"_s));
    if (!secret.match(secretText).hasMatch())
      return fail(u"stripe.key_invalid"_s, u"The secret of a Stripe webhook begins with whsec_."_s,
                  {secretFile, 0, 0, {}});
    settings.webhookSecret = secretText;
  }
  if (!options.url.empty()) {
    settings.url = QString::fromStdString(options.url);
    if (!isOnThisMachine(settings.url))
      return fail(u"stripe.url_invalid"_s,
                  u"A stand-in for Stripe must run on this machine, such as "
                  u"http://127.0.0.1:12111; the key is given to nobody else."_s);
    if (settings.url.endsWith(u'/'))
      settings.url.chop(1);
  }
  return std::optional(settings);
}

} // namespace tenantry::gateways
