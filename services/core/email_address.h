// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <QHash>
#include <compare>

namespace tenantry {

/// A mailbox that mail can be sent to: local-part@domain (RFC 5321 §4.1.2 without quoted strings
/// and address literals), in lower case, with an international domain in its ASCII form (RFC 5890).
/// Two spellings that differ only in case are equal.
class EmailAddress {
public:
  [[nodiscard]] static Result<EmailAddress>
  parse(QStringView text); ///< spaces around it are cut; error `email.invalid`

  [[nodiscard]] const QString &toString() const { return m_address; } ///< "ann@example.com"
  [[nodiscard]] QString localPart() const;
  [[nodiscard]] QString domain() const;

  friend bool operator==(const EmailAddress &, const EmailAddress &) = default;
  friend std::strong_ordering operator<=>(const EmailAddress &a, const EmailAddress &b) {
    return a.m_address.compare(b.m_address) <=> 0;
  }

private:
  explicit EmailAddress(QString address) : m_address(std::move(address)) {}
  QString m_address;
};

} // namespace tenantry

template <> struct std::hash<tenantry::EmailAddress> {
  std::size_t operator()(const tenantry::EmailAddress &address) const noexcept {
    return qHash(address.toString());
  }
};
