// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/ledger/month_closer.h"
#include "ui/shell/place.h"
#include "ui/widgets/snug_dialog.h"

class QLineEdit;
class QPushButton;

namespace tenantry::ui {

class Card;
class Label;
class ProgressLine;

/// Closes a month of the books, after it was shown what that means and what is not in it yet; or
/// opens one again, after it was shown which months that are, with the reason.
class MonthDialog : public SnugDialog {
  Q_OBJECT

public:
  enum class Act { Close, Reopen };

  MonthDialog(models::Connection &connection, Act act, std::chrono::year_month month,
              QWidget *window);

  [[nodiscard]] QPushButton *confirmation() const { return m_confirm; }
  [[nodiscard]] QLineEdit *reason() const { return m_reason; }
  [[nodiscard]] QString previewText() const { return m_said.join(u'\n'); }
  [[nodiscard]] QString notice() const;

Q_SIGNALS:
  void acted(const QString &what); ///< it is done
  void previewed();
  void placeRequested(const tenantry::ui::Place &place);

private:
  [[nodiscard]] QWidget *makeFoot();
  [[nodiscard]] QString consequence() const;
  void confirm();
  void readPreview();
  void showPreview();
  void showClosing(const payments::MonthEnd &end);
  void showReopening(const billing::Reopening &reopening);
  void addFact(const QString &what, const QString &value);
  void addLeft(const QString &what, std::int64_t count, const Place &place);
  void showNotice(const QString &text);
  void showWhetherPossible();

  const Act m_act;
  models::MonthCloser m_closer;
  const QString m_month;
  Card *m_closing;
  Card *m_left;
  QLineEdit *m_reason;
  Label *m_notice;
  ProgressLine *m_progress;
  QPushButton *m_confirm;
  QStringList m_said;
  QString m_refusal;
};

} // namespace tenantry::ui
