;; The two layers of the learned model by vector instructions. Whole numbers throughout: sums are exact in any order.
(module
  (import "host" "memory" (memory 1))

  ;; Adds rows of signed bytes, chosen by numbers, to a row of 32-bit sums.
  (func (export "add")
    (param $numbers i32) ;; where the rows' numbers stand, 4 bytes each
    (param $end i32)     ;; where they end; at least one, at most 256
    (param $rows i32)    ;; where row 0 begins
    (param $width i32)   ;; bytes of a row, a multiple of 16
    (param $sums i32)    ;; where the sums stand
    (local $column i32) (local $at i32) (local $low v128) (local $high v128) (local $bytes v128)
    (loop $columns
      (local.set $low (v128.const i64x2 0 0))
      (local.set $high (v128.const i64x2 0 0))
      (local.set $at (local.get $numbers))
      ;; 256 bytes of at most 127 fit into 16 bits.
      (loop $each
        (local.set $bytes
          (v128.load
            (i32.add
              (i32.add (local.get $rows) (local.get $column))
              (i32.mul (i32.load (local.get $at)) (local.get $width)))))
        (local.set $low (i16x8.add (local.get $low) (i16x8.extend_low_i8x16_s (local.get $bytes))))
        (local.set $high (i16x8.add (local.get $high) (i16x8.extend_high_i8x16_s (local.get $bytes))))
        (br_if $each (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $end))))
      (v128.store (local.get $sums)
        (i32x4.add (v128.load (local.get $sums)) (i32x4.extend_low_i16x8_s (local.get $low))))
      (v128.store offset=16 (local.get $sums)
        (i32x4.add (v128.load offset=16 (local.get $sums)) (i32x4.extend_high_i16x8_s (local.get $low))))
      (v128.store offset=32 (local.get $sums)
        (i32x4.add (v128.load offset=32 (local.get $sums)) (i32x4.extend_low_i16x8_s (local.get $high))))
      (v128.store offset=48 (local.get $sums)
        (i32x4.add (v128.load offset=48 (local.get $sums)) (i32x4.extend_high_i16x8_s (local.get $high))))
      (local.set $sums (i32.add (local.get $sums) (i32.const 64)))
      (br_if $columns
        (i32.lt_u (local.tee $column (i32.add (local.get $column) (i32.const 16))) (local.get $width)))))

  ;; Tells which units are open (above zero), and adds their weights times their states to the sums of the leaves.
  (func (export "spread")
    (param $states i32)  ;; where a part of the units' states stands, 4 bytes each
    (param $end i32)     ;; where it ends
    (param $others i32)  ;; where the rest of them stands
    (param $weights i32) ;; where the first unit's weights begin, one 64-bit float a leaf
    (param $bytes i32)   ;; bytes of a unit's weights, a multiple of 16
    (param $sums i32)    ;; where the sums stand, one 64-bit float a leaf
    (param $open i32)    ;; where to write which units are open, one byte each
    (local $state i32) (local $factor v128) (local $at i32) (local $is_open i32)
    (loop $units
      (local.set $state (i32.add (i32.load (local.get $states)) (i32.load (local.get $others))))
      (i32.store8 (local.get $open)
        (local.tee $is_open (i32.gt_s (local.get $state) (i32.const 0))))
      (if (local.get $is_open)
        (then
          (local.set $factor (f64x2.splat (f64.convert_i32_s (local.get $state))))
          (local.set $at (i32.const 0))
          (loop $leaves
            (v128.store (i32.add (local.get $sums) (local.get $at))
              (f64x2.add
                (v128.load (i32.add (local.get $sums) (local.get $at)))
                (f64x2.mul (local.get $factor) (v128.load (i32.add (local.get $weights) (local.get $at))))))
            (br_if $leaves
              (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $bytes))))))
      (local.set $weights (i32.add (local.get $weights) (local.get $bytes)))
      (local.set $others (i32.add (local.get $others) (i32.const 4)))
      (local.set $open (i32.add (local.get $open) (i32.const 1)))
      (br_if $units
        (i32.lt_u (local.tee $states (i32.add (local.get $states) (i32.const 4))) (local.get $end)))))

  ;; What rows add to one leaf: each row times the leaf's weights, over the open units.
  (func (export "share")
    (param $numbers i32) ;; where the rows' numbers stand, 4 bytes each; their shares take their places
    (param $end i32)     ;; where they end; at least one
    (param $rows i32)    ;; where row 0 begins
    (param $width i32)   ;; bytes of a row, a multiple of 16
    (param $weights i32) ;; where the leaf's weights stand, 16 bits a unit, 0 for closed units
    (local $row i32) (local $column i32) (local $bytes v128) (local $sum v128) (local $weight i32)
    (loop $each
      (local.set $row
        (i32.add (local.get $rows) (i32.mul (i32.load (local.get $numbers)) (local.get $width))))
      (local.set $sum (v128.const i64x2 0 0))
      (local.set $weight (local.get $weights))
      (local.set $column (i32.const 0))
      (loop $columns
        (local.set $bytes (v128.load (i32.add (local.get $row) (local.get $column))))
        (local.set $sum
          (i32x4.add (local.get $sum)
            (i32x4.add
              (i32x4.dot_i16x8_s
                (i16x8.extend_low_i8x16_s (local.get $bytes)) (v128.load (local.get $weight)))
              (i32x4.dot_i16x8_s
                (i16x8.extend_high_i8x16_s (local.get $bytes)) (v128.load offset=16 (local.get $weight))))))
        (local.set $weight (i32.add (local.get $weight) (i32.const 32)))
        (br_if $columns
          (i32.lt_u (local.tee $column (i32.add (local.get $column) (i32.const 16))) (local.get $width))))
      (i32.store (local.get $numbers)
        (i32.add
          (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
          (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
      (br_if $each
        (i32.lt_u (local.tee $numbers (i32.add (local.get $numbers) (i32.const 4))) (local.get $end)))))

  ;; What a sum of rows adds to one leaf: beyond 32 bits, but exact, for all are whole numbers.
  (func (export "total")
    (param $sums i32)    ;; where the sum stands, 4 bytes a unit
    (param $end i32)     ;; where it ends; a multiple of 64 bytes after the beginning
    (param $weights i32) ;; where the leaf's weights stand, 16 bits a unit, 0 for closed units
    (result f64)
    (local $total v128) (local $four v128) (local $factors v128)
    (loop $units
      (local.set $four (v128.load (local.get $sums)))
      (local.set $factors (v128.load16x4_s (local.get $weights)))
      (local.set $total
        (f64x2.add (local.get $total)
          (f64x2.add
            (f64x2.mul
              (f64x2.convert_low_i32x4_s (local.get $four)) (f64x2.convert_low_i32x4_s (local.get $factors)))
            (f64x2.mul
              (f64x2.convert_low_i32x4_s
                (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $four) (local.get $four)))
              (f64x2.convert_low_i32x4_s
                (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15
                  (local.get $factors) (local.get $factors)))))))
      (local.set $weights (i32.add (local.get $weights) (i32.const 8)))
      (br_if $units
        (i32.lt_u (local.tee $sums (i32.add (local.get $sums) (i32.const 16))) (local.get $end))))
    (f64.add (f64x2.extract_lane 0 (local.get $total)) (f64x2.extract_lane 1 (local.get $total)))))
