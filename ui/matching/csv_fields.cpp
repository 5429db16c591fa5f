// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matching/csv_fields.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/refusal_text.h"
#include <QBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int currencyLetters = 3, currencyShare = 2, accountShare = 3;
} // namespace

CsvFields::CsvFields(QWidget *parent)
    : QWidget(parent), m_account(new QLineEdit), m_currency(new QLineEdit),
      m_accountField(new FormField(tr("Account"), m_account)),
      m_currencyField(new FormField(tr("Currency"), m_currency)) {
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x3);
  row->addWidget(m_accountField, accountShare);
  row->addWidget(m_currencyField, currencyShare);
  m_accountField->setHint(tr("Where the file does not say of which account it is."));
  m_currencyField->setHint(tr("Where it has no column of that."));
  m_currency->setMaxLength(currencyLetters);
  connect(m_account, &QLineEdit::editingFinished, this,
          [this] { Q_EMIT accountGiven(m_account->text()); });
  connect(m_currency, &QLineEdit::editingFinished, this, &CsvFields::takeCurrency);
}

void CsvFields::takeCurrency() {
  const auto text = m_currency->text().trimmed();
  const auto currency = text.isEmpty() ? Result<Currency>(Currency()) : Currency::parse(text);
  if (!currency) {
    m_said = said(currency.error());
    m_currencyField->setError(m_said);
    return;
  }
  m_currency->setText(text.toUpper());
  Q_EMIT currencyGiven(*currency);
}

void CsvFields::setCurrency(Currency currency) {
  if (!m_currency->hasFocus())
    m_currency->setText(currency == Currency() ? QString() : currency.code());
}

bool CsvFields::showError(const Error &error) {
  const bool isAccount = error.code == u"bank.account_missing"_s;
  if (!isAccount && error.code != u"currency.unknown"_s)
    return false;
  clearErrors();
  m_said = said(error);
  (isAccount ? m_accountField : m_currencyField)->setError(m_said);
  return true;
}

void CsvFields::clearErrors() {
  m_said.clear();
  for (auto *field : {m_accountField, m_currencyField})
    field->setError({});
}

} // namespace tenantry::ui
