// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/vat_id.h"

#include "services/core/vat_id_rules.h"

using namespace Qt::StringLiterals;

namespace tenantry {
namespace {

constexpr qsizetype kLongestInput = 40;

QString normalized(QStringView text) {
  QString result;
  for (const QChar c : text.toString().toUpper())
    if (!c.isSpace() && c != u'.' && c != u'-' && c != u'/')
      result += c;
  if (result.startsWith(u"GR"))
    result.replace(0, 2, u"EL"_s);
  return result;
}

} // namespace

Result<VatId> VatId::parse(QStringView text) {
  const QString id = normalized(text.first(std::min(text.size(), kLongestInput)));
  const bool isAscii = std::all_of(id.begin(), id.end(), [](QChar c) { return c.unicode() < 128; });
  const std::string latin = id.toStdString();
  const VatRule *rule = isAscii && latin.size() > 2 ? findVatRule(latin.substr(0, 2)) : nullptr;
  if (rule == nullptr)
    return fail(
        u"organization.vat_id_invalid"_s,
        u"The VAT id “%1” does not begin with a known country: write it with its prefix, such as DE136695976."_s
            .arg(text.first(std::min(text.size(), kLongestInput))));
  if (text.size() > kLongestInput || !rule->matches(latin.substr(2)))
    return fail(u"organization.vat_id_invalid"_s,
                u"The VAT id “%1” has the wrong length, format or check digit for "
                u"%2: compare it with the original."_s.arg(
                    text.first(std::min(text.size(), kLongestInput)), id.first(2)));
  return VatId(id);
}

QString VatId::country() const {
  if (m_text.startsWith(u"EL"))
    return u"GR"_s;
  if (m_text.startsWith(u"XI"))
    return u"GB"_s;
  return m_text.first(2);
}

} // namespace tenantry
