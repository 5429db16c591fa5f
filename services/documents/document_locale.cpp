// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/documents/document_locale.h"

#include "services/core/country.h"

#include <QDate>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace tenantry::documents {

namespace {

constexpr int finestPlaces = 15; ///< of a price in whole units of its currency, of a quantity

const DocumentWords english{
    .invoice = u"Invoice"_s,
    .creditNote = u"Credit note"_s,
    .draft = u"Draft"_s,
    .number = u"Number"_s,
    .corrects = u"Corrects invoice"_s,
    .issued = u"Date of issue"_s,
    .due = u"Due date"_s,
    .service = u"Service period"_s,
    .customerVatId = u"Your VAT ID"_s,
    .issuerVatId = u"VAT ID"_s,
    .description = u"Description"_s,
    .quantity = u"Quantity"_s,
    .unitPrice = u"Unit price"_s,
    .amount = u"Amount"_s,
    .subtotal = u"Subtotal"_s,
    .total = u"Total"_s,
    .balanceApplied = u"Paid from your balance"_s,
    .amountPaid = u"Paid"_s,
    .amountDue = u"Amount due"_s,
    .credited = u"Amount credited"_s,
    .page = u"Page %1 of %2"_s,
    .dueBy = u"%1 due by %2"_s,
    .paidOn = u"%1 paid on %2"_s,
    .open = u"Open"_s,
    .overdue = u"Overdue"_s,
    .paid = u"Paid"_s,
    .voided = u"Void"_s,
    .uncollectible = u"Written off"_s,
};

const DocumentWords german{
    .invoice = u"Rechnung"_s,
    .creditNote = u"Rechnungskorrektur"_s,
    .draft = u"Entwurf"_s,
    .number = u"Nummer"_s,
    .corrects = u"Zu Rechnung"_s,
    .issued = u"Rechnungsdatum"_s,
    .due = u"Fällig am"_s,
    .service = u"Leistungszeitraum"_s,
    .customerVatId = u"Ihre USt-IdNr."_s,
    .issuerVatId = u"USt-IdNr."_s,
    .description = u"Beschreibung"_s,
    .quantity = u"Menge"_s,
    .unitPrice = u"Einzelpreis"_s,
    .amount = u"Betrag"_s,
    .subtotal = u"Zwischensumme"_s,
    .total = u"Gesamtbetrag"_s,
    .balanceApplied = u"Aus Ihrem Guthaben bezahlt"_s,
    .amountPaid = u"Bezahlt"_s,
    .amountDue = u"Offener Betrag"_s,
    .credited = u"Gutgeschriebener Betrag"_s,
    .page = u"Seite %1 von %2"_s,
    .dueBy = u"%1, fällig am %2"_s,
    .paidOn = u"%1, bezahlt am %2"_s,
    .open = u"Offen"_s,
    .overdue = u"Überfällig"_s,
    .paid = u"Bezahlt"_s,
    .voided = u"Storniert"_s,
    .uncollectible = u"Ausgebucht"_s,
};

QLocale localeOf(const QString &language, const QString &country) {
  const QLocale locale(language + u'_' + country);
  const bool isOwn = QLocale::territoryToCode(locale.territory()) == country;
  return language == u"en" && !isOwn ? QLocale(QLocale::English, QLocale::World) : locale;
}

QDate toQDate(LocalDay day) {
  const std::chrono::year_month_day date{day};
  return {int(date.year()), int(unsigned(date.month())), int(unsigned(date.day()))};
}

QString withoutWeekday(QString format) {
  static const QRegularExpression weekday(u"d{3,4},?\\s*(den\\s+)?"_s);
  return format.remove(weekday);
}

/// Known at a glance; all other currencies are named by their code.
QString signOf(const QString &code) {
  static const QHash<QString, QString> signs{
      {u"EUR"_s, u"€"_s}, {u"USD"_s, u"$"_s}, {u"GBP"_s, u"£"_s}, {u"JPY"_s, u"¥"_s}};
  return signs.value(code);
}

} // namespace

DocumentLocale::DocumentLocale(const QString &language, const QString &country)
    : m_isGerman(language == u"de"), m_locale(localeOf(m_isGerman ? u"de"_s : u"en"_s, country)),
      m_words(m_isGerman ? german : english) {}

QString DocumentLocale::date(LocalDay day) const {
  return m_locale.toString(toQDate(day), withoutWeekday(m_locale.dateFormat(QLocale::LongFormat)));
}

QString DocumentLocale::shortDate(LocalDay day) const {
  QString format =
      withoutWeekday(m_locale.dateFormat(QLocale::LongFormat)).replace(u"MMMM"_s, u"MMM"_s);
  return m_locale.toString(toQDate(day), m_isGerman ? u"dd.MM.yyyy"_s : format);
}

QString DocumentLocale::period(const DayRange &days) const {
  const LocalDay last = days.isEmpty() ? days.from : days.to - std::chrono::days(1);
  return last == days.from ? shortDate(last) : shortDate(days.from) + u" – "_s + shortDate(last);
}

QString DocumentLocale::digits(const Money &money) const {
  const int places = money.currency().minorDigits();
  const QString minor =
      QString::number(money.minor()).remove(u'-').rightJustified(places + 1, u'0');
  const QString whole = m_locale.toString(minor.chopped(places).toULongLong());
  return places == 0 ? whole : whole + m_locale.decimalPoint() + minor.right(places);
}

/// Grouped, with its sign, and at least so many decimal places.
QString DocumentLocale::digits(const Rational &value, int leastPlaces) const {
  const auto plain = formatDecimal(abs(value), finestPlaces);
  const auto point = plain.indexOf(u'.');
  const auto whole = point < 0 ? plain : plain.first(point);
  const auto fraction =
      (point < 0 ? QString() : plain.sliced(point + 1)).leftJustified(leastPlaces, u'0');
  bool fits = false;
  const auto number = whole.toULongLong(&fits);
  return (value < 0 ? u"\u2212"_s : QString()) + (fits ? m_locale.toString(number) : whole) +
         (fraction.isEmpty() ? QString() : m_locale.decimalPoint() + fraction);
}

QString DocumentLocale::unitPrice(const Rational &minor, Currency currency) const {
  return digits(minor / Money::parseMajor(u"1", currency)->minor(), currency.minorDigits());
}

QString DocumentLocale::decimal(const Rational &value) const { return digits(value, 0); }

QString DocumentLocale::country(const QString &code) const { return countryName(code, m_locale); }

QString DocumentLocale::amount(const Money &money) const {
  return (money.minor() < 0 ? u"\u2212"_s : QString()) + digits(money);
}

QString DocumentLocale::money(const Money &money) const {
  const QString minus = money.minor() < 0 ? u"\u2212"_s : QString();
  const QString code = money.currency().code();
  const QString sign = signOf(code);
  if (m_isGerman)
    return minus + digits(money) + u'\u00a0' + (sign.isEmpty() ? code : sign);
  return minus + (sign.isEmpty() ? code + u'\u00a0' : sign) + digits(money);
}

bool usesLetterPaper(const QString &country) {
  static const QSet<QString> countries{u"BZ"_s, u"CA"_s, u"CL"_s, u"CO"_s, u"CR"_s,
                                       u"GT"_s, u"MX"_s, u"NI"_s, u"PA"_s, u"PH"_s,
                                       u"PR"_s, u"SV"_s, u"US"_s, u"VE"_s};
  return countries.contains(country);
}

} // namespace tenantry::documents
