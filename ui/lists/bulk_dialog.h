// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_run.h"
#include "models/forms/typed_draft.h"
#include "ui/lists/bulk_offer.h"
#include "ui/widgets/snug_dialog.h"
#include <QPointer>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tenantry::ui {

class AskedAmount;
class DayEditor;
class Label;
class ProgressLine;
class TypedConfirmation;

/// Before an action on many rows: how many will change and which, how many stay or are refused and
/// why, and what it means. What cannot be undone is confirmed by typing how many.
class BulkDialog : public SnugDialog {
  Q_OBJECT

public:
  BulkDialog(const BulkOffer &offer, models::BulkRun &run, const models::BulkTarget &target,
             QWidget *window);

  /// What was typed before is there again. The button that cancels forgets it; who closes the
  /// dialog in another way finds it again, and whoever confirms it has it forgotten once that is
  /// done.
  void keepDraftIn(models::TypedDraft &draft);
  [[nodiscard]] QPushButton *confirmation() const { return m_confirm; }
  [[nodiscard]] QLineEdit *reason() const { return m_reason; } ///< null where none is needed
  [[nodiscard]] QLineEdit *deliberate() const;                 ///< null where it can be undone
  [[nodiscard]] QLineEdit *day() const;                        ///< null where none is asked for
  [[nodiscard]] QLineEdit *amount() const;                     ///< null while none is asked for
  [[nodiscard]] QComboBox *way() const { return m_way; }       ///< null where there is but one
  [[nodiscard]] QString text() const;                          ///< what the preview says
  [[nodiscard]] QString consequence() const;                   ///< what it means
  [[nodiscard]] bool isSettled() const { return m_changes.has_value(); }
  /// The rows that it is about, as they were shown, where it cannot be undone or is about money;
  /// else none, and it is about all that are selected.
  [[nodiscard]] std::shared_ptr<const SeenRows> seen() const {
    return isFinal() || (m_seen && m_seen->hasDigests()) ? m_seen : nullptr;
  }

Q_SIGNALS:
  void confirmed(const tenantry::ui::BulkAnswer &answer);

private:
  void addFields(QVBoxLayout *layout);
  [[nodiscard]] QWidget *makeFoot();
  void addWays(QVBoxLayout *layout);
  void showWay(); ///< that is chosen
  void addDay(QVBoxLayout *layout);
  void addAmount(QVBoxLayout *layout);
  void look();
  void lookAgain(); ///< as another day, way or amount was given
  [[nodiscard]] BulkAnswer answer() const;
  [[nodiscard]] bool isFinal() const;
  [[nodiscard]] bool isTooMuchToUndo() const;
  void showWhetherFinal(); ///< and what it means
  void showPreview(const models::BulkPreview &preview);
  void showError(const Error &error);
  void showWhetherPossible();
  void keepTyped();
  [[nodiscard]] QString obstacle() const;

  const BulkOffer m_offer;
  models::BulkRun &m_run;
  const models::BulkTarget m_target;
  Label *m_title;
  Label *m_text;
  Label *m_consequence;
  ProgressLine *m_progress;
  QLineEdit *m_reason = nullptr;
  DayEditor *m_day = nullptr;
  AskedAmount *m_amount = nullptr;
  QComboBox *m_way = nullptr;
  bool m_isStale = false; ///< another day, way or amount was given while it was looked
  TypedConfirmation *m_typed = nullptr;
  QPointer<models::TypedDraft> m_draft;
  QString m_proposedDay;
  QPushButton *m_confirm;
  std::optional<qint64> m_changes; ///< once they are known
  qint64 m_undoneAtMost = models::BulkAct::mostUndone;
  std::shared_ptr<const SeenRows> m_seen;
};

} // namespace tenantry::ui
