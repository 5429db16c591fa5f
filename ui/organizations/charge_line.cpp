// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/charge_line.h"
#include "ui/forms/locale_text.h"
#include "ui/forms/money_editor.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include <QBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int longestDescription = 500, quantityDecimals = 9;
constexpr int quantityWidth = 64, priceWidth = 150;
const QString what = u"what"_s, howMany = u"quantity"_s, priceOfOne = u"price"_s;
} // namespace

ChargeLine::ChargeLine(Currency currency, QWidget *parent)
    : QWidget(parent), m_currency(currency), m_description(new QLineEdit),
      m_quantity(new QLineEdit(u"1"_s)), m_price(new MoneyEditor(currency.code())),
      m_remove(makeIconButton(u"x"_s, tr("Remove this line"), ButtonVariant::Ghost)) {
  m_description->setMaxLength(longestDescription);
  m_description->setPlaceholderText(tr("What is charged"));
  m_description->setAccessibleName(tr("What is charged"));
  m_quantity->setAccessibleName(tr("How many"));
  m_quantity->setToolTip(tr("How many"));
  m_quantity->setAlignment(Qt::AlignRight);
  m_quantity->setFixedWidth(quantityWidth);
  m_price->input()->focusProxy()->setAccessibleName(tr("Price of one, without tax"));
  m_price->input()->setToolTip(tr("Price of one, without tax"));
  m_price->input()->setFixedWidth(priceWidth);
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  row->addWidget(m_description, 1);
  row->addWidget(m_quantity);
  row->addWidget(m_price->input());
  row->addWidget(m_remove);
  m_remove->setAutoDefault(false);
  connect(m_description, &QLineEdit::textChanged, this, &ChargeLine::edited);
  connect(m_quantity, &QLineEdit::textChanged, this, &ChargeLine::edited);
  connect(m_price, &MoneyEditor::edited, this, &ChargeLine::edited);
  connect(m_remove, &QPushButton::clicked, this, &ChargeLine::removeRequested);
}

bool ChargeLine::isEmpty() const {
  return m_description->text().trimmed().isEmpty() && m_price->value().isEmpty();
}

std::optional<billing::OneOffLine> ChargeLine::line() const {
  const auto quantity =
      parseDecimal(decimalFromTyped(m_quantity->text(), quantityDecimals, locale()));
  const auto price = Money::parseMajor(m_price->value(), m_currency);
  if (!quantity || !price)
    return std::nullopt;
  return billing::OneOffLine{m_description->text().trimmed(), *quantity, Rational(price->minor())};
}

models::FormValues ChargeLine::typed(const QString &prefix) const {
  return {{prefix + what, m_description->text()},
          {prefix + howMany, m_quantity->text()},
          {prefix + priceOfOne, m_price->value()}};
}

void ChargeLine::setTyped(const models::FormValues &typed, const QString &prefix) {
  m_description->setText(typed.value(prefix + what));
  m_quantity->setText(typed.value(prefix + howMany));
  m_price->setValue(typed.value(prefix + priceOfOne));
}

void ChargeLine::setRemovable(bool removable) { m_remove->setEnabled(removable); }

void ChargeLine::takeFocus() { m_description->setFocus(Qt::OtherFocusReason); }

} // namespace tenantry::ui
