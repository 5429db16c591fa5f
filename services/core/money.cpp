// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/money.h"
#include "services/core/digits.h"

#include <QList>
#include <optional>
#include <string_view>

using namespace Qt::StringLiterals;

namespace tenantry {
namespace {

/// ISO 4217 list one by decimal places, without funds of metal and test codes; BGN and ANG stay for
/// older books.
constexpr std::string_view kNoDigits =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
constexpr std::string_view kTwoDigits =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD "
    "BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP "
    "ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR "
    "JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU "
    "MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR "
    "RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS "
    "TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";
constexpr std::string_view kThreeDigits = "BHD IQD JOD KWD LYD OMR TND";
constexpr std::string_view kFourDigits = "CLF UYW";

constexpr bool listed(std::string_view list, std::string_view code) {
  for (std::size_t i = 0; i + 3 <= list.size(); i += 4)
    if (list.substr(i, 3) == code)
      return true;
  return false;
}

std::optional<int> digitsOf(std::string_view code) {
  if (listed(kTwoDigits, code))
    return 2;
  if (listed(kNoDigits, code))
    return 0;
  if (listed(kThreeDigits, code))
    return 3;
  if (listed(kFourDigits, code))
    return 4;
  return std::nullopt;
}

/// "1,234,567": groups of three after a first of one to three, which does not begin with 0.
bool isGrouped(QStringView whole, QChar separator) {
  const auto groups = whole.split(separator);
  if (groups.first().size() > 3 || groups.first().startsWith(u'0') || !allDigits(groups.first()))
    return false;
  return std::all_of(groups.begin() + 1, groups.end(),
                     [](QStringView group) { return group.size() == 3 && allDigits(group); });
}

struct Amount {
  QString whole;
  QString fraction;
};

/// Without sign. Nothing when it is not a number or may be read in two ways: "1,234" is 1234 in one
/// country and 1.234 in the other. "1.234" is decimal only where the currency has three places, as
/// our own `majorString` writes it.
std::optional<Amount> splitAmount(QStringView text, int places) {
  const qsizetype last = std::max(text.lastIndexOf(u'.'), text.lastIndexOf(u','));
  if (last < 0)
    return allDigits(text) ? std::optional(Amount{text.toString(), {}}) : std::nullopt;
  const QChar separator = text[last];
  const QStringView before = text.first(last);
  const QStringView after = text.sliced(last + 1);
  if (before.contains(separator)) // repeated: it can only group
    return isGrouped(text, separator) ? std::optional(Amount{text.toString().remove(separator), {}})
                                      : std::nullopt;
  const QChar other = separator == u'.' ? u',' : u'.';
  const bool hasGroups = before.contains(other);
  if (!allDigits(after) || !(hasGroups ? isGrouped(before, other) : allDigits(before)))
    return std::nullopt;
  const bool isCanonical = separator == u'.' && places == 3;
  if (!hasGroups && !isCanonical && isGrouped(text, separator))
    return std::nullopt;
  return Amount{before.toString().remove(other), after.toString()};
}

std::optional<std::int64_t> toMinor(const Amount &amount, int places) {
  if (amount.fraction.size() > places)
    return std::nullopt;
  bool isGood = false;
  const qlonglong minor =
      (amount.whole + amount.fraction.leftJustified(places, u'0')).toLongLong(&isGood);
  return isGood ? std::optional<std::int64_t>(minor) : std::nullopt;
}

void requireSame(Currency a, Currency b) {
  if (a != b)
    throw ProgrammingError("Money: amounts of " + a.code().toStdString() + " and " +
                           b.code().toStdString() + " do not mix");
}

} // namespace

Result<Currency> Currency::parse(QStringView code) {
  const QByteArray upper = code.trimmed().toUtf8().toUpper();
  if (upper.size() != 3 || !digitsOf(std::string_view(upper.constData(), 3)))
    return fail(
        u"currency.unknown"_s,
        u"“%1” is not a currency: give its three-letter code of ISO 4217, such as EUR or USD."_s
            .arg(code));
  Currency currency;
  std::copy(upper.begin(), upper.end(), currency.m_code.begin());
  return currency;
}

QString Currency::code() const { return QString::fromLatin1(m_code.data(), 3); }

int Currency::minorDigits() const {
  return digitsOf(std::string_view(m_code.data(), 3)).value_or(0);
}

Money Money::operator-() const { return {checkedMultiply(m_minor, -1), m_currency}; }

Money &Money::operator+=(const Money &other) {
  requireSame(m_currency, other.m_currency);
  m_minor = checkedAdd(m_minor, other.m_minor);
  return *this;
}

Money &Money::operator-=(const Money &other) {
  requireSame(m_currency, other.m_currency);
  if (__builtin_sub_overflow(m_minor, other.m_minor, &m_minor))
    throw ProgrammingError("Money: a difference does not fit into 64 bits");
  return *this;
}

std::strong_ordering operator<=>(const Money &a, const Money &b) {
  requireSame(a.m_currency, b.m_currency);
  return a.m_minor <=> b.m_minor;
}

Result<Money> Money::parseMajor(QStringView text, Currency currency) {
  const QStringView trimmed = text.trimmed();
  const bool isNegative = trimmed.startsWith(u'-');
  const int places = currency.minorDigits();
  const auto amount = splitAmount(isNegative ? trimmed.sliced(1) : trimmed, places);
  const auto minor = amount ? toMinor(*amount, places) : std::nullopt;
  if (!minor)
    return fail(
        u"amount.invalid"_s,
        u"“%1” is not a clear amount in %2: write digits with a decimal "
        u"point and at most %3 decimals, such as %4."_s.arg(
            text, currency.code(), QString::number(places), Money(123456, currency).majorString()));
  return Money(isNegative ? -*minor : *minor, currency);
}

QString Money::toString() const { return majorString() + u' ' + m_currency.code(); }

QString Money::majorString() const {
  const int places = m_currency.minorDigits();
  QString digits = QString::number(m_minor);
  const bool isNegative = m_minor < 0;
  if (isNegative)
    digits.remove(0, 1);
  digits = digits.rightJustified(places + 1, u'0');
  if (places > 0)
    digits.insert(digits.size() - places, u'.');
  return isNegative ? u'-' + digits : digits;
}

std::int64_t checkedAdd(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a, b, &sum))
    throw ProgrammingError("checkedAdd: the sum does not fit into 64 bits");
  return sum;
}

std::int64_t checkedMultiply(std::int64_t a, std::int64_t b) {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(a, b, &product))
    throw ProgrammingError("checkedMultiply: the product does not fit into 64 bits");
  return product;
}

} // namespace tenantry
