// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/email_address.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tenantry {
namespace {

// RFC 5321 §4.5.3.1: 64 octets before the @, 254 for the whole (erratum 1690).
constexpr qsizetype kLongestLocalPart = 64;
constexpr qsizetype kLongestAddress = 254;

Failure invalid(QStringView text, const QString &why) {
  return fail(u"email.invalid"_s,
              u"“%1” is not an e-mail address: %2. Write it like ann@example.com."_s.arg(
                  text.first(std::min(text.size(), kLongestAddress)), why));
}

bool isLocalPart(const QString &text) {
  static const QRegularExpression atoms(
      u"\\A[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*\\z"_s);
  return text.size() <= kLongestLocalPart && atoms.match(text).hasMatch();
}

/// At least two labels; the last one not all digits, so that no address of a machine passes.
bool isDomain(const QString &text) {
  static const QRegularExpression labels(
      u"\\A([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?![0-9]+\\z)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\z"_s);
  return labels.match(text).hasMatch();
}

} // namespace

Result<EmailAddress> EmailAddress::parse(QStringView text) {
  const QString trimmed = text.trimmed().toString();
  const qsizetype at = trimmed.lastIndexOf(u'@');
  if (at < 0)
    return invalid(text, u"the @ is missing"_s);
  const QString local = trimmed.first(at).toLower();
  if (!isLocalPart(local))
    return invalid(
        text,
        u"the part before the @ may hold letters of the Latin alphabet, digits and inner dots"_s);
  const QString domain = QString::fromLatin1(QUrl::toAce(trimmed.sliced(at + 1).toLower()));
  if (!isDomain(domain))
    return invalid(text, u"the part after the @ is not a domain"_s);
  if (local.size() + 1 + domain.size() > kLongestAddress)
    return invalid(text, u"it is longer than 254 characters"_s);
  return EmailAddress(local + u'@' + domain);
}

QString EmailAddress::localPart() const { return m_address.first(m_address.lastIndexOf(u'@')); }

QString EmailAddress::domain() const { return m_address.sliced(m_address.lastIndexOf(u'@') + 1); }

} // namespace tenantry
