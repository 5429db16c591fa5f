// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/postal_address.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

enum class Order {
  CodeFirst,    ///< "10115 Berlin", the region below: most of the world
  RegionWithin, ///< "Springfield, IL 62701"
  CodeBelow,    ///< "London" and "SW1A 1AA"
  CodeLast      ///< "Auckland 1010"
};

Order orderIn(const QString &country) {
  static const QHash<QString, Order> others{
      {u"AU"_s, Order::RegionWithin}, {u"CA"_s, Order::RegionWithin},
      {u"PR"_s, Order::RegionWithin}, {u"US"_s, Order::RegionWithin},
      {u"GB"_s, Order::CodeBelow},    {u"GG"_s, Order::CodeBelow},
      {u"IE"_s, Order::CodeBelow},    {u"IM"_s, Order::CodeBelow},
      {u"JE"_s, Order::CodeBelow},    {u"ZA"_s, Order::CodeBelow},
      {u"IN"_s, Order::CodeLast},     {u"NZ"_s, Order::CodeLast},
      {u"SG"_s, Order::CodeLast}};
  return others.value(country, Order::CodeFirst);
}

/// With what stands between them, where both are there.
QString joined(const QString &first, const QString &between, const QString &second) {
  return first.isEmpty() || second.isEmpty() ? first + second : first + between + second;
}

} // namespace

QStringList PostalAddress::lines() const {
  QStringList all{street};
  switch (orderIn(country)) {
  case Order::CodeFirst:
    all += {joined(postalCode, u" "_s, locality), region};
    break;
  case Order::RegionWithin:
    all.append(joined(locality, u", "_s, joined(region, u" "_s, postalCode)));
    break;
  case Order::CodeBelow:
    all += {locality, region, postalCode};
    break;
  case Order::CodeLast:
    all += {joined(locality, u" "_s, postalCode), region};
    break;
  }
  all.removeAll(QString());
  return all;
}

} // namespace tenantry
