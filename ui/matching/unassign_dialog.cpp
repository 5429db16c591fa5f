// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matching/unassign_dialog.h"
#include "ui/matching/bank_words.h"
#include "ui/organizations/tab_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/reason_line.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/separator.h"
#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

UnassignDialog::UnassignDialog(models::Connection &connection, const models::BankEntrySheet &sheet,
                               QWidget *window)
    : QDialog(window), m_sheet(sheet), m_unassigner(connection, sheet.kept.id),
      m_preview(makeSnugCard(tr("What becomes of it"))),
      m_notice(new Label({}, TextStyle::Body, Tone::Warning)), m_progress(new ProgressLine),
      m_confirm(makeButton(tr("Undo assignment"), ButtonVariant::Danger)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Undo assignment"));
  setFixedWidth(width::dialog);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x5, space::x5, space::x5, space::x4);
  layout->setSpacing(space::x3);
  const auto &entry = sheet.kept.entry;
  auto *title = new Label(tr("Undo the assignment of %1 from %2")
                              .arg(formatMoney(entry.amount, locale()), payerOf(entry)),
                          TextStyle::Title);
  auto *consequence = new Label(tr("The entry waits again. Its payments are reversed in the books "
                                   "of today and stay in the history; what is due is dunned "
                                   "further on."),
                                TextStyle::Body, Tone::Text2);
  for (auto *label : {title, consequence, m_notice})
    label->setWordWrap(true);
  layout->addWidget(title);
  layout->addWidget(m_preview);
  layout->addWidget(m_notice);
  layout->addWidget(consequence);
  layout->addWidget(m_progress);
  layout->addWidget(makeFoot());
  m_notice->hide();
  m_preview->hide();
  using Unassigner = models::BankUnassigner;
  connect(&m_unassigner, &Unassigner::previewed, this, &UnassignDialog::showPreview);
  connect(&m_unassigner, &Unassigner::refused, this, [this](const Error &error) {
    m_refusal = said(error);
    m_progress->setIdle();
    m_preview->hide();
    showNotice(said(error), true);
    showWhetherPossible();
  });
  connect(&m_unassigner, &Unassigner::outdated, this,
          [this](const Error &error) { showNotice(said(error), false); });
  connect(&m_unassigner, &Unassigner::busyChanged, this, [this](bool busy) {
    busy ? m_progress->setBusy() : m_progress->setIdle();
    showWhetherPossible();
  });
  connect(&m_unassigner, &Unassigner::done, this, [this] {
    Q_EMIT undone(tr("The entry of %1 waits again").arg(payerOf(m_sheet.kept.entry)));
    accept();
  });
  m_progress->setBusy();
  m_unassigner.preview();
  showWhetherPossible();
}

QWidget *UnassignDialog::makeFoot() {
  auto *foot = new QWidget;
  auto *row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  auto *close = makeButton(tr("Cancel"), ButtonVariant::Secondary);
  row->addWidget(new ReasonLine(m_confirm), 1);
  row->addWidget(close);
  row->addWidget(m_confirm);
  m_confirm->setAutoDefault(false);
  close->setDefault(true);
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_confirm, &QPushButton::clicked, &m_unassigner, &models::BankUnassigner::confirm);
  return foot;
}

void UnassignDialog::addFact(const QString &what, const QString &value) {
  m_preview->body()->addWidget(new FactRow(what, value));
  m_said += what + u' ' + value;
}

void UnassignDialog::showPreview() {
  clearLayout(m_preview->body());
  m_said.clear();
  m_refusal.clear();
  m_progress->setIdle();
  const auto &picture = *m_unassigner.shown();
  const auto money = [&](std::int64_t minor) {
    return formatMoney({minor, picture.currency}, locale());
  };
  for (const auto &one : picture.invoices)
    addFact(one.number,
            one.lost > 0 ? tr("written off again: %1").arg(money(one.lost))
            : one.dueBefore == 0
                ? tr("open again, %1 due").arg(money(one.dueAfter))
                : tr("%1 due instead of %2").arg(money(one.dueAfter), money(one.dueBefore)));
  m_preview->body()->addWidget(new Separator);
  addFact(tr("Balance before"), money(picture.balanceBefore));
  addFact(tr("Balance after"), money(picture.balanceAfter));
  m_preview->show();
  showWhetherPossible();
  adjustSize();
}

void UnassignDialog::showNotice(const QString &text, bool isError) {
  m_notice->setTone(isError ? Tone::Danger : Tone::Warning);
  m_notice->setText(text);
  m_notice->setVisible(!text.isEmpty());
}

void UnassignDialog::showWhetherPossible() {
  const auto why = [this] {
    if (m_unassigner.isBusy())
      return tr("It is being done");
    if (!m_refusal.isEmpty())
      return m_refusal;
    return m_unassigner.shown() ? QString() : tr("What it comes to is not known yet");
  };
  setBlocked(m_confirm, why());
}

QString UnassignDialog::notice() const {
  return m_notice->isHidden() ? QString() : m_notice->text();
}

} // namespace tenantry::ui
